namespace Infra.Core.Monitoring.Alerting;

/// <summary>A secret that Alertmanager reads from a file whenever it sends.</summary>
/// <param name="Secret">Name of the Kubernetes Secret, in Alertmanager's namespace.</param>
/// <param name="Key">Key in it.</param>
public sealed record SecretFile(string Secret, string Key)
{
    /// <summary>Where the operator mounts it (prometheus-operator, <c>AlertmanagerSpec.secrets</c>).</summary>
    public string Path => $"/etc/alertmanager/secrets/{Secret}/{Key}";
}
