namespace Infra.Planning.Rendering.Manifests;

/// <summary>Makes the two plans that a rendering compares, and only one where both would be the same.</summary>
public static class TwoPlans
{
    /// <summary>
    /// Runs the preview, and beside it the rendered run from the moment when the two may differ; if that moment doesn't come, the
    /// preview is both.
    /// </summary>
    /// <param name="preview">Makes the preview; calls what it is given when the program meets something that only an update knows.</param>
    /// <param name="rendered">Makes the plan with nothing unknown.</param>
    public static async Task<(T Preview, T Rendered)> MakeAsync<T>(Func<Action, Task<T>> preview, Func<Task<T>> rendered)
    {
        ArgumentNullException.ThrowIfNull(preview);
        ArgumentNullException.ThrowIfNull(rendered);

        // Whoever tells goes on at once, and doesn't run the other program in the middle of its own.
        var unknown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = Task.Run(() => preview(() => unknown.TrySetResult()));
        if (await Task.WhenAny(unknown.Task, first).ConfigureAwait(false) == first && !unknown.Task.IsCompleted)
        {
            var both = await first.ConfigureAwait(false);
            return (both, both);
        }

        var second = Task.Run(rendered);
        await Task.WhenAll(first, second).ConfigureAwait(false);
        return (await first.ConfigureAwait(false), await second.ConfigureAwait(false));
    }
}
