using Infra.Core.Configuration;
using Infra.Core.Serving;
using Infra.Core.Serving.Backends;
using Infra.Core.Serving.Rollouts;
using Infra.Core.Serving.Traffic;
using Infra.Core.Storage;
using Infra.Stacks.Configuration;
using Infra.Stacks.Rollouts;

namespace Infra.Stacks.Rules;

/// <summary>Rules of a rollout: the backend can do it, requests can be shared, and the candidate has a name of its own.</summary>
internal static class RolloutRules
{
    /// <summary>Adds a problem for each broken rule.</summary>
    /// <param name="path">Path of the model.</param>
    /// <param name="model">The model.</param>
    /// <param name="settings">The configuration.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(string path, ModelConfig model, PlatformSettings settings, ConfigProblems problems)
    {
        if (problems.Cover(path))
        {
            return;
        }

        var rollout = model.Rollout;
        BackendSupport.Check(path, model.Backend, BackendFeature.OfRollout(rollout.Strategy, rollout.MaxSurge, rollout.Unavailable), problems);
        if (rollout.Candidate is null)
        {
            return;
        }

        CheckName(path, model, settings, problems);
        CheckTraffic(path, model, settings, problems);
        if (rollout.Candidate.Replicas is null && model.Autoscaling is { } autoscaling && (!autoscaling.Queries.IsEmpty || autoscaling.Activation is not null))
        {
            problems.Add(
                ConfigPath.Key(ModelVariant.CandidatePath(path), "replicas"),
                $"missing; autoscaling.{(autoscaling.Queries.IsEmpty ? "activation" : "queries")} asks about the model as a whole, and would count the stable model's requests as the candidate's; say how many replicas the candidate has");
        }

        CheckAnalysis(ConfigPath.Key(ConfigPath.Key(path, "rollout"), "analysis"), model, settings, problems);
        CheckVolume(path, model, settings, problems);
    }

    /// <summary>Names of candidates' objects, with their paths.</summary>
    public static IEnumerable<(string Name, string Path)> Names(PlatformSettings settings) =>
        settings.Variants.Where(variant => variant.Stable is not null).Select(variant => (variant.Model.Name, variant.Path));

    private static void CheckName(string path, ModelConfig model, PlatformSettings settings, ConfigProblems problems)
    {
        if (model.Name.Length > ModelNames.MaxLengthWithCandidate)
        {
            problems.Add(
                ConfigPath.Key(path, "name"),
                $"'{model.Name}' has {model.Name.Length} characters; a model with a candidate may have {ModelNames.MaxLengthWithCandidate}, because the candidate's objects are called {ModelNames.Candidate("NAME")}");
        }

        var name = ModelNames.Candidate(model.Name);
        for (var i = 0; i < settings.Models.Length; i++)
        {
            if (settings.Models[i].Name == name)
            {
                problems.Add(ModelVariant.CandidatePath(path), $"its objects are called '{name}', and that is the name of {PlatformRules.At("models", i)}; rename one of the two models");
            }
        }
    }

    private static void CheckTraffic(string path, ModelConfig model, PlatformSettings settings, ConfigProblems problems)
    {
        if (ModelVariant.Largest(model) is not { } candidate)
        {
            return;
        }

        if (model.Expose is not { } expose)
        {
            problems.Add(
                ConfigPath.Key(path, "expose"),
                $"missing; the strategy {WireNames.Name(model.Rollout.Strategy)} needs somebody who decides where a request goes, and a Service in the cluster knows pods and no models; "
                + "set expose, and call the model by its host from inside too, or use the strategy rolling");
            return;
        }

        if (model.Rollout.CandidateWeight is > 0 and < 100)
        {
            ExposeSupport.Check(ConfigPath.Key(path, "expose"), expose.ViaOf(settings), [ExposeFeature.Shares], problems);
        }

        if (expose.GrpcHost is not null && ModelRequests.Runtime(candidate, devices: 0, []) is { GrpcPort: null })
        {
            problems.Add(
                ConfigPath.Key(ModelVariant.CandidatePath(path), "container"),
                "has no grpcPort, and the candidate would get requests of expose.grpcHost; give it the port that the model's container has, or remove grpcHost");
        }
    }

    private static void CheckAnalysis(string path, ModelConfig model, PlatformSettings settings, ConfigProblems problems)
    {
        if (model.Rollout.Analysis is null)
        {
            return;
        }

        if (settings.Monitoring.Operator is null)
        {
            problems.Add(path, "it is an alert of Prometheus, and monitoring.prometheusOperator is missing; add it, or remove analysis and look at the candidate yourself");
        }

        if (ModelVariant.Tried(model) is { } candidate && ModelRequests.Runtime(candidate, devices: 0, []) is { } runtime && !ServingComparison.IsPossible(runtime.Metrics))
        {
            problems.Add(path, ServingComparison.Problem(runtime.Name));
        }
    }

    // A volume of one node under pods of two Deployments is the same mistake as under two replicas.
    private static void CheckVolume(string path, ModelConfig model, PlatformSettings settings, ConfigProblems problems)
    {
        if (ModelVariant.Largest(model)?.ParsedSource is ModelSource.Pvc theirs && model.ParsedSource is ModelSource.Pvc ours && theirs.Volume == ours.Volume
            && settings.Storage.Volumes.FirstOrDefault(volume => volume.Name == ours.Volume) is { Access: VolumeAccess.ReadWriteOnce } volume)
        {
            problems.Add(
                ConfigPath.Key(ModelVariant.CandidatePath(path), "source"),
                $"stable model and candidate would both mount '{volume.Name}', which is readWriteOnce: one node has it, and pods on another would wait for it for ever; use two volumes, or one that nodes share ({VolumeKinds.Shared})");
        }
    }
}
