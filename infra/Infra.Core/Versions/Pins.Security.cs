namespace Infra.Core.Versions;

/// <content>What keeps secrets.</content>
public static partial class Pins
{
    /// <summary>External Secrets Operator 2.9.0.</summary>
    public static readonly ChartPin ExternalSecrets = new(
        "external-secrets",
        "https://charts.external-secrets.io",
        "2.9.0",
        "github.com/external-secrets/external-secrets, tag v2.9.0, deploy/charts/external-secrets",
        "2026-08-07");
}
