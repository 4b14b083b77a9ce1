using Infra.Core.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Requests that are simulated are for models that there are.</summary>
internal static class CapacityRules
{
    public static void Check(PlatformSettings settings, KnownNames models, ConfigProblems problems)
    {
        var path = PlatformRules.Key("capacity");
        if (settings.Capacity is not { } capacity)
        {
            return;
        }

        if (capacity.Model is { } model)
        {
            models.Check(ConfigPath.Key(path, "model"), model, problems);
        }

        foreach (var (name, meant) in capacity.Models)
        {
            models.Check(ConfigPath.Key(ConfigPath.Key(path, "models"), name), meant, problems);
        }

        foreach (var name in capacity.Rates.Keys)
        {
            models.Check(ConfigPath.Key(ConfigPath.Key(path, "rates"), name), name, problems);
        }

        foreach (var name in capacity.Profiles.Keys)
        {
            models.Check(ConfigPath.Key(ConfigPath.Key(path, "profiles"), name), name.Split('@')[0], problems);
        }
    }
}
