namespace Pulumi;

/// <summary>Where an output's data comes from when it isn't there at the moment of construction, other than a task.</summary>
internal abstract class OutputSource<T>
{
    /// <summary>The data if it can be had without waiting. Throws what made it fail.</summary>
    public abstract bool TryGet(out OutputData<T> data);

    public abstract Task<OutputData<T>> GetAsync();
}
