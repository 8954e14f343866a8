"""The nouns of the field, as frozen values without a database behind them."""
