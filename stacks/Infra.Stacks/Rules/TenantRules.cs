using Infra.Core.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of tenants: what refers to one names one that there is.</summary>
internal static class TenantRules
{
    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        var tenants = new KnownNames("tenant", PlatformRules.Key("tenants"), settings.Tenants.Select(tenant => tenant.Name), problems);
        for (var i = 0; i < settings.Models.Length; i++)
        {
            if (settings.Models[i].Tenant is { } tenant)
            {
                tenants.Check(ConfigPath.Key(PlatformRules.At("models", i), "tenant"), tenant, problems);
            }
        }
    }
}
