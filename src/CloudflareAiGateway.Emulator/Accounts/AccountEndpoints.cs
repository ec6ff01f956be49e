using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>The list of accounts that a token may use.</summary>
internal sealed class AccountEndpoints : IEndpointGroup
{
    public IEnumerable<Endpoint> Endpoints =>
    [
        // No permission is asked for: without one the service answers with an empty list.
        new() { Method = "GET", Template = "/accounts", Handle = List },
    ];

    private static EmulatedResponse List(ApiCall call)
    {
        var problems = new List<Problem>();
        Page page = Page.Read(call.Query, 5, 50, problems);
        string direction = call.Query["direction"] ?? "asc";
        if (problems.Count > 0 || direction is not ("asc" or "desc"))
        {
            return Envelope.Failure(EnvelopeFamily.V4, 400, new Problem(1000, "Bad request"));
        }

        List<StoredDocument> accounts = Visible(call);
        if (direction == "desc")
        {
            accounts.Reverse();
        }

        return Envelope.List(EnvelopeFamily.V4, ResultSlice.Cut(accounts, page));
    }

    private static List<StoredDocument> Visible(ApiCall call)
    {
        var visible = new List<StoredDocument>();
        if (!call.Token.HasAny(Permission.ReadsAccounts))
        {
            return visible;
        }

        string? name = call.Query["name"];
        foreach (StoredDocument account in AccountTable.Of(call.Tables).InOrder)
        {
            if (call.Token.MayUse(account.Id) && (name is null || NameOf(account).Contains(name, StringComparison.OrdinalIgnoreCase)))
            {
                visible.Add(account);
            }
        }

        return visible;
    }

    private static string NameOf(StoredDocument account)
    {
        using JsonDocument document = JsonDocument.Parse(account.Json);
        return document.RootElement.GetProperty("name").GetString()!;
    }
}
