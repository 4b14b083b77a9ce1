namespace Pulumi.Testing;

/// <summary>Resources without an id that echo their inputs. Its <see cref="CallAsync"/> gives back what no call can take, as the real one does.</summary>
public class EmptyMocks : IMocks
{
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        => Task.FromResult<(string? id, object state)>((null, args.Inputs));

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args);
}
