"""Figures: the board, what stands behind them, progress."""
