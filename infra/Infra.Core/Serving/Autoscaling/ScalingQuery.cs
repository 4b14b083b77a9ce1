namespace Infra.Core.Serving.Autoscaling;

/// <summary>Something that the user asks Prometheus for.</summary>
/// <param name="Name">Its name; unique in the model.</param>
/// <param name="Query">PromQL of one number: what all replicas have together.</param>
/// <param name="Target">So much of it for one replica.</param>
public sealed record ScalingQuery(string Name, string Query, double Target);
