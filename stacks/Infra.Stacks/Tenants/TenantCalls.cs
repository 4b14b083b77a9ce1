namespace Infra.Stacks.Tenants;

/// <summary>Namespaces of the environment that a tenant's own pods may call beside its own: those that let them in.</summary>
internal static class TenantCalls
{
    /// <summary>Their names.</summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="tenant">Name of the tenant; null for what belongs to none.</param>
    public static IEnumerable<string> Of(PlatformSettings settings, string? tenant)
    {
        var own = NamespaceOf(settings, tenant);
        return settings.Models.Where(model => model.ClientNamespaces.Contains(own)).Select(model => NamespaceOf(settings, model.Tenant))
            .Concat(settings.RayClusters.Where(cluster => cluster.ClientNamespaces.Contains(own)).Select(cluster => NamespaceOf(settings, cluster.Tenant)))
            .Concat(settings.Registry is not null && (tenant is null || Registers(settings, tenant) || settings.Registry.ClientNamespaces.Contains(own)) ? [settings.Namespace] : [])
            .Where(other => other != own)
            .Distinct()
            .Order(StringComparer.Ordinal);
    }

    /// <summary>Namespaces of tenants whose trainings write to the registry.</summary>
    public static IEnumerable<string> Registering(PlatformSettings settings) => settings.Tenants.Where(tenant => Registers(settings, tenant.Name)).Select(tenant => tenant.NamespaceName);

    private static bool Registers(PlatformSettings settings, string tenant) => settings.Trainings.Any(training => training.Tenant == tenant && training.Registry);

    private static string NamespaceOf(PlatformSettings settings, string? tenant) =>
        tenant is null ? settings.Namespace : settings.Tenants.FirstOrDefault(one => one.Name == tenant)?.NamespaceName ?? settings.Namespace;
}
