namespace Infra.Capacity.Platform;

/// <summary>One of the models that share the requests for a name, as stable model and candidate do.</summary>
/// <param name="Model">Index of the model.</param>
/// <param name="Weight">Its part of all weights; more than 0.</param>
public readonly record struct RequestShare(int Model, int Weight);
