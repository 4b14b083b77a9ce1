namespace Infra.Core.Serving;

/// <summary>A model that the server itself downloads from Hugging Face.</summary>
/// <param name="Repository">Repository, for example <c>Qwen/Qwen2.5-0.5B-Instruct</c>.</param>
/// <param name="Revision">Commit or tag; a branch could mean other weights tomorrow.</param>
public sealed record HubModel(string Repository, string Revision);
