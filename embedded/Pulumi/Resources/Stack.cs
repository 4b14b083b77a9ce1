using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

public class Stack : ComponentResource
{
    internal const string StackType = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(StackType, $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}", Convert(options))
        => Deployment.Current.Stack = this;

    internal Stack(Func<Task<IDictionary<string, object?>>> init, StackOptions? options)
        : this(options)
    {
        Outputs = Output.Create(RunAsync(init));
        RegisterOutputs(Outputs);
    }

    internal Output<IDictionary<string, object?>> Outputs { get; private set; }
        = Output.Create<IDictionary<string, object?>>(ImmutableDictionary<string, object?>.Empty);

    /// <summary>A stack class doesn't call RegisterOutputs: its [Output] properties are registered after its constructor.</summary>
    internal void RegisterPropertyOutputs()
    {
        var outputs = OutputPlan.For(GetType()).ReadDeclaredBelow(typeof(Stack), this);
        var missing = outputs.Where(output => output.Value is null).Select(output => output.Key).ToList();
        if (missing.Count > 0)
            throw new RunException($"Output(s) '{string.Join(", ", missing)}' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.");
        var wrong = outputs.Where(output => output.Value is not IOutput).Select(output => output.Key).ToList();
        if (wrong.Count > 0)
            throw RunException.OutputsHaveIncorrectType(wrong);
        Outputs = Output.Create<IDictionary<string, object?>>(outputs.ToDictionary());
        RegisterOutputs(Outputs);
    }

    private static async Task<IDictionary<string, object?>> RunAsync(Func<Task<IDictionary<string, object?>>> init)
        => (await init().ConfigureAwait(false)).ToImmutableDictionary();

    private static ComponentResourceOptions? Convert(StackOptions? options)
        => options is null
            ? null
            : new ComponentResourceOptions
            {
                ResourceTransformations = options.ResourceTransformations,
                ResourceTransforms = options.ResourceTransforms,
            };
}
