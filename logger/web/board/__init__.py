"""Figures on the desk: Översikt, Närvaro, and what is behind them."""
