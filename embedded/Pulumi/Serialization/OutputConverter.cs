namespace Pulumi.Serialization;

internal sealed class OutputConverter<T> : Converter
{
    public override string? TryConvert(string context, object? value, out object? result)
    {
        result = null;
        if (value is null)
            return null;
        var error = For(typeof(T)).TryConvert(context, value, out var element);
        result = error is null ? new Output<T>((T)element!) : null;
        return error;
    }
}
