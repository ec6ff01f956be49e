using System.Collections.Generic;
using System.Text;

namespace CloudflareAiGateway.Emulator;

/// <summary>The latest requests in the order in which they came.</summary>
internal sealed class RequestJournal
{
    /// <summary>Enough for a long benchmark, and a bound for a server that runs for weeks.</summary>
    public const int Capacity = 100_000;

    private readonly object _lock = new();
    private readonly Queue<Entry> _entries = new();

    public Entry Open(EmulatedRequest request)
    {
        string path = request.Query.Length == 0 ? request.Path : request.Path + "?" + request.Query;
        string? body = request.Body.IsEmpty ? null : Encoding.UTF8.GetString(request.Body.Span);
        var entry = new Entry(request.Method, path, body);
        lock (_lock)
        {
            if (_entries.Count == Capacity)
            {
                _entries.Dequeue();
            }

            _entries.Enqueue(entry);
        }

        return entry;
    }

    public IReadOnlyList<RecordedRequest> Read()
    {
        lock (_lock)
        {
            var requests = new List<RecordedRequest>(_entries.Count);
            foreach (Entry entry in _entries)
            {
                requests.Add(new RecordedRequest { Method = entry.Method, Path = entry.Path, Body = entry.Body, Status = entry.Status });
            }

            return requests;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _entries.Clear();
        }
    }

    /// <summary>A request whose answer is added when there is one.</summary>
    internal sealed class Entry(string method, string path, string? body)
    {
        // Zero stands for no answer yet: an int is written at once, a nullable one is not.
        private volatile int _status;

        public string Method => method;

        public string Path => path;

        public string? Body => body;

        public int? Status => _status == 0 ? null : _status;

        public void Close(int status) => _status = status;
    }
}
