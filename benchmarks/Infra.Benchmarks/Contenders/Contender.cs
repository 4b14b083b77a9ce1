namespace Infra.Benchmarks.Contenders;

/// <summary>One way to make manifests.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="ObjectsPerModel">Kubernetes objects that a model consists of.</param>
/// <param name="Command">The command line for a number of models and an empty folder for its files.</param>
/// <param name="MakesBenchModels">Whether its objects are those of <see cref="Objects.BenchModel"/>, so that its figures can be compared with others of that kind.</param>
internal sealed record Contender(string Name, int ObjectsPerModel, Func<int, string, IReadOnlyList<string>> Command, bool MakesBenchModels = false);
