"""What `kg.store` promises, kept by every backend."""
