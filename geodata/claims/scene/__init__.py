"""Who, where and when: parties, forces, bases, hosts and dates around a predicate."""
