namespace Infra.Core.Serving.Traffic;

/// <summary>One of the Services that share a model's requests. A model without a rollout has one, with the whole weight.</summary>
/// <param name="Service">Name of the Service, in the model's namespace.</param>
/// <param name="Port">Its port.</param>
/// <param name="Weight">Its share of the requests, in percent; the shares of a model add up to 100.</param>
public sealed record TrafficSplit(string Service, int Port, int Weight);
