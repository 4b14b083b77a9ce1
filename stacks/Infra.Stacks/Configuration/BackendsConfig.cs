using Infra.Components.Serving;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>Options of what keeps models running; each is installed once, where a model names it.</summary>
public sealed record BackendsConfig
{
    /// <summary>KServe.</summary>
    public KServeConfig Kserve { get; init; } = new();

    /// <summary>Ray.</summary>
    public RayConfig Ray { get; init; } = new();
}

/// <summary>Options of KServe.</summary>
public sealed record KServeConfig : IConfigRules
{
    /// <summary>What KServe makes pods with. Default: standard, Deployments and autoscalers of Kubernetes itself; the other is refused (ADR 22).</summary>
    public KServeMode Mode { get; init; }

    /// <summary>Whether the stack installs cert-manager, which KServe and exposed models with an issuer need; a cluster has one, so false where it is there already. Default: true.</summary>
    public bool CertManager { get; init; } = true;

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Mode == KServeMode.Knative)
        {
            problems.Add(
                ConfigPath.Key(path, "mode"),
                "knative can't be had, even where the cluster has Knative: its Services refuse the preStop hook and the grace period with which models drain, call one port of a pod only, and hold the "
                + "GPUs of the old revision until a new one is ready; remove it: KServe then makes Deployments, which follow load by autoscaling");
        }
    }
}

/// <summary>What KServe makes pods with.</summary>
public enum KServeMode
{
    /// <summary>Deployments.</summary>
    [WireName("standard")]
    Standard,

    /// <summary>Knative Services.</summary>
    [WireName("knative")]
    Knative,
}

/// <summary>Options of Ray.</summary>
public sealed record RayConfig
{
    /// <summary>Redis that keeps the state of the clusters' heads, so that a cluster outlives its head. Default: none; with a head goes its cluster.</summary>
    public RayRedisConfig? Redis { get; init; }

    /// <summary>The heads of the clusters that serve models.</summary>
    public RayModelHeadConfig Head { get; init; } = new();
}

/// <summary>A Redis that is there already, reached from the models' namespace.</summary>
public sealed record RayRedisConfig
{
    /// <summary>Host.</summary>
    [Matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?", "a host name of lower-case letters, digits, '-' and '.'")]
    public required string Host { get; init; }

    /// <summary>Port. Default: 6379.</summary>
    [InRange(Min = 1, Max = 65535)]
    public int Port { get; init; } = RayRedisArgs.DefaultPort;

    /// <summary>Whether it talks TLS, as Amazon ElastiCache does with encryption in transit. Default: true.</summary>
    public bool Tls { get; init; } = true;

    /// <summary>Name of a Secret in the models' namespace whose key <c>password</c> holds the password. Default: none.</summary>
    [SecretByMistake]
    [Matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?", "a lower-case name of letters, digits, '-' and '.'")]
    public string? PasswordSecret { get; init; }

    /// <summary>The same in the form of the component.</summary>
    internal RayRedisArgs ToArgs() => new()
    {
        Address = $"{(Tls ? "rediss" : "redis")}://{Host}:{Port}",
        Port = Port,
        Password = PasswordSecret is { } secret ? new SecretKeyArgs { Name = secret, Key = "password" } : null,
    };
}
