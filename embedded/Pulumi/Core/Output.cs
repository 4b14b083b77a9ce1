using System.Collections.Immutable;
using System.Globalization;

namespace Pulumi;

public static partial class Output
{
    public static Output<T> Create<T>(T value) => new(value);

    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    public static Output<T> CreateSecret<T>(T value) => new(value, isKnown: true, isSecret: true);

    public static Output<T> CreateSecret<T>(Task<T> value) => Output<T>.Create(value, isSecret: true);

    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return WithIsSecret(value, true);
    }

    public static Output<T> Unsecret<T>(Output<T> output) => WithIsSecret(output, false);

    public static async Task<bool> IsSecretAsync<T>(Output<T> output)
        => (await output.GetDataAsync().ConfigureAwait(false)).IsSecret;

    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs)
        => AllOf(ImmutableArray.CreateRange(inputs));

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs)
        => AllOf(ImmutableArray.CreateRange(inputs));

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs)
        => All(outputs.AsEnumerable());

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs)
        => AllOf(ImmutableArray.CreateRange(outputs.Select(output => (Input<T>)output)));

    public static Output<string> Format(FormattableString formattableString)
    {
        var inputs = formattableString.GetArguments().Select(ToObjectOutput);
        return All(inputs).Apply(values =>
            string.Format(CultureInfo.InvariantCulture, formattableString.Format, [.. values]));
    }

    internal static Output<T> WithIsSecret<T>(Output<T> output, bool isSecret)
        => output.Map(data => new OutputData<T>(data.Value, data.Resources, data.IsKnown, isSecret));

    internal static Output<ImmutableArray<T>> AllOf<T>(ImmutableArray<Input<T>> inputs)
    {
        var values = ImmutableArray.CreateBuilder<T>(inputs.Length);
        var resources = ResourceSet.Empty;
        var isKnown = true;
        var isSecret = false;
        foreach (var input in inputs)
        {
            if (!input.ToOutputCore().TryGetData(out var data))
                return new Output<ImmutableArray<T>>(AllAsync(inputs));
            values.Add(data.Value);
            resources = resources.Union(data.Resources);
            isKnown &= data.IsKnown;
            isSecret |= data.IsSecret;
        }

        return new Output<ImmutableArray<T>>(new OutputData<ImmutableArray<T>>(values.MoveToImmutable(), resources, isKnown, isSecret));
    }

    private static async Task<OutputData<ImmutableArray<T>>> AllAsync<T>(ImmutableArray<Input<T>> inputs)
    {
        foreach (var input in inputs)
            await input.ToOutputCore().GetDataAsync().ConfigureAwait(false);
        return await AllOf(inputs).GetDataAsync().ConfigureAwait(false);
    }

    private static Output<object?> ToObjectOutput(object? value)
    {
        var output = value is IInput input ? input.ToObjectOutput() : value as IOutput;
        if (output is null)
            return new Output<object?>(value);
        return output.TryGetObject(out var data)
            ? new Output<object?>(data)
            : new Output<object?>(output.GetObjectAsync());
    }
}
