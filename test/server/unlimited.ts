/** Nothing is held back by how much is asked. */
export const unlimited = {
  member: { burst: 1e9, perMinute: 1e9 },
  address: { burst: 1e9, perMinute: 1e9 },
  guests: { burst: 1e9, perMinute: 1e9 },
};
