"""Made-up daily exchange rates, the same on every machine, served as Banca d'Italia and the ECB serve theirs."""
