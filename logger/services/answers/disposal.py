"""What a "no" is answered with to who disposes of notes and names."""

ANSWERS = {
    "disposal_too_soon": (
        422,
        "För nära i tiden",
        "Minst tre månader: telefoner och rättelser behöver posten hel så länge.",
    ),
    "disposal_decision_missing": (
        422,
        "Beslutet saknas",
        "Ange gallringsbeslutets beteckning, högst 80 tecken.",
    ),
    "disposal_stopped": (
        409,
        "Gallringen stannade",
        "Något är inte vad som lades in. Kör flask --app app audit verify först.",
    ),
}
