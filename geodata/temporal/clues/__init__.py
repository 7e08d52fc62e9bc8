"""What the words around an expression say: past or plan, deadline or beginning."""
