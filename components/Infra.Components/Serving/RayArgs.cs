using Infra.Components.Nodes;
using Infra.Core.Serving;
using Pulumi;

namespace Infra.Components.Serving;

/// <summary>What a model has on the backend <c>ray</c> alone.</summary>
public sealed class RayArgs : ResourceArgs
{
    /// <summary>The application in the image of the runtime <c>container</c>, which needs it. Default: none.</summary>
    [Input("application")]
    public RayApplicationArgs? Application { get; init; }

    /// <summary>Redis that keeps the head's state, so that the cluster outlives its head. Default: none; with the head goes the whole cluster.</summary>
    [Input("redis")]
    public RayRedisArgs? Redis { get; init; }

    /// <summary>The head of its cluster. Default: what <see cref="RayHeadArgs"/> says.</summary>
    [Input("head")]
    public RayHeadArgs? Head { get; init; }
}

/// <summary>The head of a model's cluster of Ray: it serves nothing and computes nothing.</summary>
public sealed class RayHeadArgs : ResourceArgs
{
    /// <summary>CPU request. Default: 1.</summary>
    [Input("cpu")]
    public string Cpu { get; init; } = RayHead.Cpu.ToString();

    /// <summary>Memory request and limit. Default: 4Gi.</summary>
    [Input("memory")]
    public string Memory { get; init; } = RayHead.Memory.ToString();

    /// <summary>Pools that it may run on, in order of preference. Default: none, any node without taints.</summary>
    [Input("pools")]
    public List<PoolReferenceArgs> Pools { get; init; } = [];
}

/// <summary>A Ray Serve application of the user's own.</summary>
public sealed class RayApplicationArgs : ResourceArgs
{
    /// <summary>Where Python finds it in the image, <c>MODULE:NAME</c>.</summary>
    [Input("importPath", required: true)]
    public required string ImportPath { get; init; }

    /// <summary>Name of the deployment that holds the model: replicas and devices are its own.</summary>
    [Input("deployment", required: true)]
    public required string Deployment { get; init; }

    /// <summary>Version of Ray in the image. Default: that of the pinned images.</summary>
    [Input("rayVersion")]
    public string RayVersion { get; init; } = RayServe.RayVersion;

    /// <summary>The input form of an application; null for none.</summary>
    public static RayApplicationArgs? From(RayApplication? application) => application is null ? null : new RayApplicationArgs
    {
        ImportPath = application.ImportPath,
        Deployment = application.Deployment,
        RayVersion = application.RayVersion,
    };

    /// <summary>The application that these inputs mean.</summary>
    internal RayApplication ToApplication() => new(ImportPath, Deployment, RayVersion);
}

/// <summary>A Redis outside the cluster of Ray.</summary>
public sealed class RayRedisArgs : ResourceArgs
{
    /// <summary>Host and port, e.g. <c>redis.data.svc:6379</c>; <c>rediss://</c> before it for TLS.</summary>
    [Input("address", required: true)]
    public required Input<string> Address { get; init; }

    /// <summary>Port of the address, which the network policy lets pass. Default: 6379.</summary>
    [Input("port")]
    public int Port { get; init; } = DefaultPort;

    /// <summary>Its password. Default: none.</summary>
    [Input("password")]
    public SecretKeyArgs? Password { get; init; }

    /// <summary>Default of <see cref="Port"/>.</summary>
    public const int DefaultPort = 6379;
}
