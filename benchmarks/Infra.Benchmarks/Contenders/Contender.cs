namespace Infra.Benchmarks.Contenders;

/// <summary>One way to make manifests.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="ObjectsPerModel">Kubernetes objects that a model consists of.</param>
/// <param name="Command">The command line for a number of models and an empty folder for its files.</param>
internal sealed record Contender(string Name, int ObjectsPerModel, Func<int, string, IReadOnlyList<string>> Command);
