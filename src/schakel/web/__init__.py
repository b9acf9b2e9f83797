"""The screens of the people in the chain: translate, call, translate. It decides nothing."""
