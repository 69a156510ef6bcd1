"""Who works for a partner, by the word of somebody at the force who works with them; an administrator cannot say so."""
