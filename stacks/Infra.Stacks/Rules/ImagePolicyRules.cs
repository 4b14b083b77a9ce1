using Infra.Core.Configuration;
using Infra.Core.Serving;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>What the configuration asks for has to pass the image policy of the same configuration.</summary>
internal static class ImagePolicyRules
{
    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        if (settings.Security.ImagePolicy is not { Enforce: true } config || problems.Cover(PlatformRules.Key("security.imagePolicy")))
        {
            return;
        }

        var policy = AllowedImages.Of(settings, config);
        foreach (var (path, image) in Images(settings).Where(found => !problems.Cover(found.Path)))
        {
            if (policy.Problem(image) is { } problem)
            {
                problems.Add(path, $"{problem}; add its registry to security.imagePolicy.registries, or take an image of one of these");
            }
        }
    }

    /// <summary>The images that the configuration names, with their places.</summary>
    internal static IEnumerable<(string Path, string Image)> Images(PlatformSettings settings) =>
        from found in settings.Models.SelectMany((model, i) => OfModel(PlatformRules.At("models", i), model))
            .Concat(settings.Jobs.Select((job, i) => (Pod("jobs", i), job.Pod.Image)))
            .Concat(settings.Trainings.Select((training, i) => (Pod("trainings", i), training.Pod.Image)))
            .Concat(settings.RayClusters.Select((cluster, i) => (Pod("rayClusters", i), cluster.Pod.Image)))
        where found.Item2 is not null
        select (found.Item1, found.Item2);

    private static IEnumerable<(string Path, string? Image)> OfModel(string path, ModelConfig model) =>
    [
        (ConfigPath.Key(path, "source"), (model.ParsedSource as ModelSource.Oci)?.Image),
        (Below(path, "container", "image"), model.Container?.Image),
        (Below(path, "transformer", "image"), model.Transformer?.Image),
        (Below(path, "rollout", "candidate", "container", "image"), model.Rollout.Candidate?.Container?.Image),
        (Below(path, "rollout", "candidate", "transformer", "image"), model.Rollout.Candidate?.Transformer?.Image),
    ];

    private static string Pod(string list, int i) => Below(PlatformRules.At(list, i), "pod", "image");

    private static string Below(string path, params string[] keys) => keys.Aggregate(path, ConfigPath.Key);
}
