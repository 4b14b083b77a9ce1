namespace Pulumi;

/// <summary>An output whose type isn't known to the reader (serialisation, formatting).</summary>
internal interface IOutput
{
    bool TryGetObject(out OutputData<object?> data);

    Task<OutputData<object?>> GetObjectAsync();
}
