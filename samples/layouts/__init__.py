"""How invoices look in different countries and trades. A layout draws a bill; it decides nothing about its content."""
