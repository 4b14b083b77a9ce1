using System.Text;

namespace Infra.Cli;

/// <summary>A file that a command writes: whole or not at all, so that what was there before isn't lost to a full disk.</summary>
internal sealed class OutputFile
{
    private static readonly UTF8Encoding _encoding = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _option;
    private readonly string _path;

    /// <param name="option">The option that names it.</param>
    /// <param name="path">Where it is to be; the folder is made if need be.</param>
    /// <exception cref="UsageException">No file can be there.</exception>
    public OutputFile(string option, string path)
    {
        if (path.Length == 0)
        {
            throw new UsageException($"{option}: the path of a file is empty");
        }
        if (Directory.Exists(path))
        {
            throw new UsageException($"{option}: '{InputFile.Shown(path)}' is a folder; name a file");
        }
        (_option, _path) = (option, Path.GetFullPath(path));
        if (!IsDevice)
        {
            Told(Probe);
        }
    }

    /// <summary>Writes it.</summary>
    /// <returns>How many bytes it has.</returns>
    /// <exception cref="UsageException">It can't be written.</exception>
    public long Write(Action<TextWriter> write)
    {
        var length = 0L;
        Told(() => length = Replace(write));
        return length;
    }

    private long Replace(Action<TextWriter> write)
    {
        if (IsDevice)
        {
            using var device = new StreamWriter(_path, append: false, _encoding) { NewLine = "\n" };
            write(device);
            return 0;
        }
        Directory.CreateDirectory(Folder);
        var staged = $"{_path}.{Path.GetRandomFileName()}";
        try
        {
            using (var text = new StreamWriter(staged, append: false, _encoding) { NewLine = "\n" })
            {
                write(text);
            }
            File.Move(staged, _path, overwrite: true);
        }
        catch
        {
            File.Delete(staged);
            throw;
        }
        return new FileInfo(_path).Length;
    }

    // What a command worked for shouldn't get lost to a place that nothing could ever be written to. Nothing is left there.
    private void Probe()
    {
        var folder = Folder;
        while (!Path.Exists(folder) && Path.GetDirectoryName(folder) is { } above)
        {
            folder = above;
        }
        File.OpenHandle(Path.Combine(folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, options: FileOptions.DeleteOnClose).Dispose();
    }

    // A device, and standard output by its name, is written to: who may do everything would else put a file in the place of /dev/null.
    private bool IsDevice => _path.StartsWith("/dev/", StringComparison.Ordinal);

    private string Folder => Path.GetDirectoryName(_path)!;

    private void Told(Action act)
    {
        try
        {
            act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{_option}: '{InputFile.Shown(_path)}' can't be written: {FileTrouble.Of(e)}");
        }
    }
}
