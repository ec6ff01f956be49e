using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>The list of secret stores; an account has none until stores can be made.</summary>
internal sealed class StoreEndpoints : IEndpointGroup
{
    public IEnumerable<Endpoint> Endpoints =>
    [
        new()
        {
            Method = "GET",
            Template = "/accounts/{account_id}/secrets_store/stores",
            Permissions = Permission.ReadsSecrets,
            Handle = List,
        },
    ];

    private static EmulatedResponse List(ApiCall call)
    {
        var problems = new List<Problem>();
        Page page = Page.Read(call.Query, 1, int.MaxValue, problems);
        return problems.Count > 0
            ? Envelope.Failure(EnvelopeFamily.V4, 400, new Problem(1000, "Bad request"))
            : Envelope.List(EnvelopeFamily.V4, ResultSlice.Cut(call.Tables.Table("secret_stores", call.AccountId).InOrder, page));
    }
}
