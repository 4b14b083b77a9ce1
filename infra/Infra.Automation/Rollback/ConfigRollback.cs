using Infra.Automation.Promotion;
using Infra.Automation.Yaml;
using YamlDotNet.Core;

namespace Infra.Automation.Rollback;

/// <summary>Makes an environment's file what it was: the earlier text, to the last character. Not where its secrets couldn't be read any more.</summary>
public static class ConfigRollback
{
    /// <summary>Pulumi's own keys that say how values of <c>secure:</c> are encrypted.</summary>
    private static readonly string[] _encryption = ["secretsprovider", "encryptedkey", "encryptionsalt"];

    /// <summary>The earlier text; or what is in the way.</summary>
    /// <param name="past">The earlier text.</param>
    /// <param name="current">Today's.</param>
    public static PromotionResult Apply(EnvironmentText past, EnvironmentText current)
    {
        ArgumentNullException.ThrowIfNull(past);
        ArgumentNullException.ThrowIfNull(current);
        try
        {
            var (then, now) = (YamlSource.Parse(past.Text), YamlSource.Parse(current.Text));
            var changed = _encryption.Where(key => Text(then, key) != Text(now, key)).ToList();
            return changed.Count == 0
                ? new PromotionResult(past.Text, [])
                : PromotionResult.Failed(changed.Select(key => $"{past.Name}: {key} was another one then, so that the file's secrets couldn't be decrypted; take single models back with --model, or set the secrets again"));
        }
        catch (YamlException problem)
        {
            return PromotionResult.Failed([$"{past.Name}:{problem.Start.Line}:{problem.Start.Column}: {problem.Message}"]);
        }
    }

    private static string? Text(YamlSource file, string key) => file.Root is { } root && file.Find(root, key) is { } place && file.Resolve(place) is YamlPlace.Scalar { Value: var text } ? text : null;
}
