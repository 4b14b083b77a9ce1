using Infra.Core.Configuration;
using Infra.Core.Serving;

namespace Infra.Stacks.Configuration;

/// <summary>A Ray Serve application in the image of the runtime <c>container</c>, for the backend <c>ray</c>.</summary>
public sealed record RayApplicationConfig
{
    /// <summary>Where Python finds the application in the image, such as <c>mobilenet:app</c>.</summary>
    [Matches("[A-Za-z_][A-Za-z0-9_.]*:[A-Za-z_][A-Za-z0-9_]*", "MODULE:NAME")]
    public required string ImportPath { get; init; }

    /// <summary>Name of the deployment that holds the model: the model's replicas and GPUs are its own.</summary>
    [NonEmpty]
    public required string Deployment { get; init; }

    /// <summary>Version of Ray in the image. Default: 2.52.0.</summary>
    [Matches(@"[0-9]+\.[0-9]+\.[0-9]+", "a version such as 2.52.0")]
    public string RayVersion { get; init; } = RayServe.RayVersion;

    /// <summary>The same in the form of the runtime.</summary>
    internal RayApplication ToApplication() => new(ImportPath, Deployment, RayVersion);
}
