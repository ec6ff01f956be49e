using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Commands;

/// <summary>Gathers rows of one gateway that are to be deleted by id, so that many go in one call.</summary>
internal sealed class LogRemovals
{
    // Ids travel in the address, which should stay short.
    private const int Most = 50;

    private readonly Action<string, string, IReadOnlyList<string>> _remove;
    private readonly List<string> _ids = new();
    private string _accountId = string.Empty;
    private string _gateway = string.Empty;

    /// <summary>Begins to gather.</summary>
    /// <param name="remove">Deletes rows: by account, gateway and ids.</param>
    public LogRemovals(Action<string, string, IReadOnlyList<string>> remove) => _remove = remove;

    /// <summary>Takes a row; those before it go out when it is of another gateway, or when there are enough.</summary>
    public void Add(string accountId, string gateway, string id)
    {
        if (accountId != _accountId || gateway != _gateway || _ids.Count == Most)
        {
            Flush();
        }

        _accountId = accountId;
        _gateway = gateway;
        _ids.Add(id);
    }

    /// <summary>Deletes what was gathered.</summary>
    public void Flush()
    {
        if (_ids.Count > 0)
        {
            string[] ids = _ids.ToArray();
            _ids.Clear();
            _remove(_accountId, _gateway, ids);
        }
    }
}
