"""How the rooms are joined into one running product: settings, addresses, the server's entry."""
