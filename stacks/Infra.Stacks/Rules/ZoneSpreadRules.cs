using Infra.Core.Configuration;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Who asks that no zone has all replicas of a model gets that, or is told what is in the way.</summary>
internal static class ZoneSpreadRules
{
    public static void CheckModel(string path, ModelConfig model, PlatformSettings settings, ConfigProblems problems)
    {
        var at = ConfigPath.Key(path, "zoneSpread");
        if (model.ZoneSpread == ZoneSpread.Required && !problems.Cover(path) && ModelZones.Obstacle(settings, model) is { } obstacle)
        {
            problems.Add(at, $"required, but {obstacle}, or remove the line");
        }
    }
}
