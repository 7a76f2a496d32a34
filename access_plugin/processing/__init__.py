"""The Processing provider: algorithms that read layers, call the engine once and write sinks."""
