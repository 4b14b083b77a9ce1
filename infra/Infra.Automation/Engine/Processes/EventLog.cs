using System.Text;
using Infra.Automation.Events;

namespace Infra.Automation.Engine.Processes;

/// <summary>
/// The file that the command line writes its events to (<c>--event-log</c>), read while it grows. The SDK has a stream of its own for them, but only behind its own way of starting the command line, which can't be asked to stop.
/// </summary>
internal sealed class EventLog : IDisposable
{
    /// <summary>Often enough for somebody who watches.</summary>
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(200);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stack-events-");
    private readonly Action<StackEvent> _onEvent;
    private readonly FileStream _file;
    private readonly StreamReader _reader;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private readonly StringBuilder _line = new();
    private bool _closed;

    public EventLog(TimeProvider time, Action<StackEvent> onEvent)
    {
        _onEvent = onEvent;
        Path = System.IO.Path.Combine(_folder.FullName, "events.jsonl");
        File.Create(Path).Dispose();
        _file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        _reader = new StreamReader(_file, Encoding.UTF8);
        _timer = time.CreateTimer(_ => Read(), null, _interval, _interval);
    }

    public string Path { get; }

    /// <summary>Reads what came since the last time.</summary>
    public void Read()
    {
        lock (_gate)
        {
            // The timer may have begun when this was disposed of.
            for (var next = _closed ? -1 : _reader.Read(); next >= 0; next = _reader.Read())
            {
                if (next != '\n')
                {
                    _line.Append((char)next);
                    continue;
                }

                var line = _line.ToString();
                _line.Clear();
                if (StackEventReader.Read(line) is { } read)
                {
                    _onEvent(read);
                }
            }
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate)
        {
            _closed = true;
            _reader.Dispose();
            _file.Dispose();
            _folder.Delete(recursive: true);
        }
    }
}
