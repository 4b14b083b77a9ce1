using System.Collections.Immutable;
using Infra.Components.Storage;
using Infra.Core.Configuration;
using Infra.Stacks.Configuration;
using Pulumi;

namespace Infra.Stacks.Layers;

/// <summary>The platform under a stack of models: another stack, known by its outputs and by what both configurations say.</summary>
internal sealed class ModelsLayer
{
    /// <summary>The output by which a platform says what it has.</summary>
    public const string FactsOutput = "layer";

    private readonly string _stack;
    private readonly AwsConfig? _aws;
    private readonly StackReference _reference;

    private ModelsLayer(string stack, AwsConfig? aws) => (_stack, _aws, _reference) = (stack, aws, new StackReference("platform", new StackReferenceArgs { Name = stack }));

    /// <summary>What pods of models wait for: that somebody has asked for the platform. Everything of it is there before an update of this stack.</summary>
    public Resource Platform => _reference;

    /// <summary>The layer of a configuration; null where one stack has both.</summary>
    public static ModelsLayer? Of(PlatformSettings settings) => settings.Platform?.Stack is { } stack ? new ModelsLayer(stack, settings.Aws) : null;

    /// <summary>A bucket that the platform has.</summary>
    /// <param name="name">Its name in both configurations.</param>
    public IBucket Bucket(string name) => new ExistingBucket(
        Text(PlatformOutputs.BucketsOutput, name), Text(PlatformOutputs.BucketKeysOutput, name).Apply(key => $"arn:aws:kms:{_aws!.Region}:{_aws.AccountId}:key/{key}"));

    /// <summary>
    /// The platform's stack, once both are known to mean the same. No name or number comes from it: it is unknown as long as the platform isn't deployed, and then nobody can
    /// disagree. It is an output of the stack, so the engine waits for it, and a preview fails where they disagree.
    /// </summary>
    /// <param name="believed">What this stack believes.</param>
    /// <exception cref="ConfigurationException">In the output: they don't.</exception>
    public Output<string> AgreedOn(ImmutableSortedDictionary<string, string> believed) => _reference.GetOutput(FactsOutput).Apply(told =>
    {
        // Where manifests are rendered without the platform's state, every output is an invented text (docs/rendering.md), and nobody can disagree with it.
        if (told is string)
        {
            return _stack;
        }

        var problems = new ConfigProblems();
        LayerAgreement.Check(_stack, believed, (told as ImmutableDictionary<string, object>)?.ToDictionary(fact => fact.Key, fact => $"{fact.Value}", StringComparer.Ordinal), problems);
        return problems.IsEmpty ? _stack : throw new ConfigurationException($"Pulumi.{Deployment.Instance.StackName}.yaml", problems);
    });

    private Output<string> Text(string output, string name) => _reference.RequireOutput(output).Apply(found =>
        (found as ImmutableDictionary<string, object>)?.GetValueOrDefault(name) as string
        ?? found as string
        ?? throw new InvalidOperationException($"the output '{output}' of the stack '{_stack}' has no '{name}'; update that stack first"));
}
