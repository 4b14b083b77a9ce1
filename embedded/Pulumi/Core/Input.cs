namespace Pulumi;

/// <summary>A value or an output. A plain value is kept as it is; the output is made when somebody asks for it.</summary>
public class Input<T> : IInput
{
    private readonly T _value;
    private Output<T>? _output;

    private protected Input() => _value = default!;

    private protected Input(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output, "outputValue");
        _value = default!;
        _output = output;
    }

    private Input(T value) => _value = value;

    object? IInput.Content => Content;

    private protected virtual object? Content => _output is null ? _value : _output;

    public static implicit operator Input<T>(T value) => new(value);

    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input) => input.ToOutputCore();

    IOutput IInput.ToObjectOutput() => ToOutputCore();

    internal virtual Output<T> ToOutputCore() => _output ??= new Output<T>(_value);
}
