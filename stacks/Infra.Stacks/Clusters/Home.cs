using Pulumi;

namespace Infra.Stacks.Clusters;

/// <summary>A namespace in which models and jobs stand.</summary>
/// <param name="Prefix">What names of resources begin with that are there once in each namespace; empty for the environment's own.</param>
/// <param name="Namespace">Its name; what takes it comes after it.</param>
/// <param name="Before">What pods in it have to wait for.</param>
internal sealed record Home(string Prefix, Output<string> Namespace, Resource Before);
