namespace Infra.Benchmarks;

internal static class Checkout
{
    /// <summary>The folder with <c>Pulumi.yaml</c> that this program was built in.</summary>
    public static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pulumi.yaml")))
            {
                return folder.FullName;
            }
        }

        throw new BenchmarkException($"there is no Pulumi.yaml above '{AppContext.BaseDirectory}'; run the benchmarks from a checkout.");
    }
}
