"""The law on the screen: which law holds here, every rule with its versions, and a trial sum."""
