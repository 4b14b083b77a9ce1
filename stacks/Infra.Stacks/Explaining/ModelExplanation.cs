using System.Collections.Immutable;
using Infra.Components.Serving;
using Infra.Core.Configuration;
using Infra.Core.Serving;
using Infra.Core.Serving.Backends;
using Infra.Stacks.Clusters;
using Infra.Stacks.Configuration;
using Infra.Stacks.Rollouts;
using Pulumi;

namespace Infra.Stacks.Explaining;

/// <summary>Where the numbers of a model come from: memory, start, end, replicas, objectives. From the configuration alone; nothing runs and nobody is asked.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Runtime">Its server.</param>
/// <param name="Backend">What keeps its pods running.</param>
/// <param name="Image">The server's image.</param>
/// <param name="Sections">The calculation.</param>
public sealed record ModelExplanation(string Model, string Runtime, string Backend, string Image, ImmutableArray<ExplanationSection> Sections)
{
    /// <summary>Names of what can be explained: the models, and candidates that run beside them.</summary>
    /// <param name="settings">The configuration, checked.</param>
    public static IEnumerable<string> Names(PlatformSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Served.Select(model => model.Name);
    }

    /// <summary>Explains a model.</summary>
    /// <param name="settings">The configuration, checked.</param>
    /// <param name="name">Name of one of its models.</param>
    public static ModelExplanation Of(PlatformSettings settings, string name)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var variant = settings.Variants.Single(variant => variant.Model.Name == name);
        var model = variant.Model;
        var facts = Facts(settings, variant);
        return new ModelExplanation(name, Runtimes.Name(model.Runtime), ServingBackends.Name(model.Backend), facts.Runtime.Image,
        [
            .. MemoryExplanation.Of(settings, model),
            StartExplanation.OfStart(facts.Budget),
            StartExplanation.OfWaiting(model, facts),
            .. ScalingExplanation.Of(model, facts),
            .. OfficeHoursExplanation.Of(model.Autoscaling?.ToSpec()),
            ObjectivesExplanation.Of(settings, model, facts),
            .. TracesExplanation.Of(settings.Monitoring.Traces, facts.Runtime),
        ]);
    }

    // What the component gets, but for what only the cloud knows, on which no number depends.
    private static ServingFacts Facts(PlatformSettings settings, ModelVariant variant)
    {
        var model = variant.Model;
        var problems = new ConfigProblems();
        var args = ModelArguments.Of(
            settings, variant, Output.Create(settings.NamespaceOf(model.Tenant)), PlatformPriorities.ClassOf(model.Priority), ExplainedSource.Of(settings, model), transformerSource: null, token: null, PoolContracts.Of(settings), expose: null, cache: null);
        return ServingFacts.Of(model.Name, args, problems) ?? throw new InvalidOperationException(problems.Render($"model '{model.Name}'"));
    }
}
