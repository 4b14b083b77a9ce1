using Infra.Core.Configuration;

namespace Infra.Core.Serving.Traffic;

/// <summary>The ways that requests may take to a model, by name.</summary>
public static class ExposeVias
{
    /// <summary><see cref="ExposeVia.Gateway"/>, as configuration and component inputs write it.</summary>
    public const string GatewayName = "gateway";

    /// <summary><see cref="ExposeVia.Alb"/>, as configuration and component inputs write it.</summary>
    public const string AlbName = "alb";

    /// <summary><see cref="ExposeVia.AutoModeAlb"/>, as component inputs write it; a configuration says <c>alb</c>.</summary>
    public const string AutoModeAlbName = "autoModeAlb";

    /// <summary><see cref="ExposeVia.Ingress"/>, as configuration and component inputs write it.</summary>
    public const string IngressName = "ingress";

    /// <summary>Every way, in the order of the enumeration.</summary>
    public static IEnumerable<ExposeVia> All => Enum.GetValues<ExposeVia>();

    /// <summary>The name in component inputs.</summary>
    public static string Name(ExposeVia via) => WireNames.Name(via);

    /// <summary>The way in the words of an error.</summary>
    public static string Words(ExposeVia via) => via == ExposeVia.AutoModeAlb ? "alb on EKS Auto Mode" : Name(via);

    /// <summary>Whether an Application Load Balancer of AWS does it, whoever makes that.</summary>
    public static bool IsAlb(ExposeVia via) => via is ExposeVia.Alb or ExposeVia.AutoModeAlb;

    /// <summary>The way of that name, or null.</summary>
    public static ExposeVia? Find(string name) => WireNames.TryParse<ExposeVia>(name, out var via) ? via : null;
}
