/// The lines of the seed, one ecosystem in each file, sorted by package.
enum SeedText {}
