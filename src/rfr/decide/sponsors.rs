//! Who sponsors.

use super::{Account, Already, Context, FourEyes, No, Refusal, Rfr, RfrDecision, RfrEvent, SYSADMIN_MAIN, Yes, one};

pub(super) fn sponsor(rfr: &Rfr, by: &Account, context: &Context<'_>) -> Result<RfrDecision, Refusal> {
    match &rfr.sponsor {
        Some(sponsor) if sponsor.account == *by => Ok(No(Already::Sponsors {
            account: by.clone(),
            since: sponsor.since,
        })),
        // Taking over is accepted by the same command.
        Some(_) if rfr.asked_sponsor.as_ref().is_some_and(|asked| asked.account == *by) => accept(rfr, by, context),
        Some(sponsor) => Err(Refusal::HasSponsor {
            account: sponsor.account.clone(),
            since: sponsor.since,
        }),
        None => becomes_sponsor(rfr, by, context),
    }
}

fn becomes_sponsor(rfr: &Rfr, by: &Account, context: &Context<'_>) -> Result<RfrDecision, Refusal> {
    if context.directory.four_eyes() && rfr.requested.by == *by {
        return Err(Refusal::FourEyes(FourEyes::RequestedIt));
    }
    one(RfrEvent::Sponsored { account: by.clone() })
}

pub(super) fn ask_sponsor(
    rfr: &Rfr,
    account: &Account,
    by: &Account,
    context: &Context<'_>,
) -> Result<RfrDecision, Refusal> {
    if let Some(sponsor) = &rfr.sponsor
        && sponsor.account != *account
    {
        return Err(Refusal::HasSponsor {
            account: sponsor.account.clone(),
            since: sponsor.since,
        });
    }
    if account == by && context.directory.is_member(by, SYSADMIN_MAIN) {
        return sponsor(rfr, by, context);
    }
    ask(rfr, account, by, context)
}

/// Asks a member; it counts only once the member accepts (the SOP's "assigned *and accepted*").
pub(super) fn ask(rfr: &Rfr, account: &Account, by: &Account, context: &Context<'_>) -> Result<RfrDecision, Refusal> {
    if let Some(sponsor) = &rfr.sponsor
        && sponsor.account == *account
    {
        return Ok(No(Already::Sponsors {
            account: account.clone(),
            since: sponsor.since,
        }));
    }
    if !context.directory.is_member(account, SYSADMIN_MAIN) {
        return Err(Refusal::CannotSponsor {
            account: account.clone(),
            members: context.directory.members(SYSADMIN_MAIN),
        });
    }
    if context.directory.four_eyes() && rfr.requested.by == *account {
        return Err(Refusal::FourEyes(FourEyes::RequestedIt));
    }
    match &rfr.asked_sponsor {
        Some(asked) if asked.account == *account => Ok(No(Already::Asked {
            account: account.clone(),
            mark: asked.mark.clone(),
        })),
        // Somebody not involved cannot withdraw a request that another waits for.
        Some(asked) if asked.mark.by != *by && !rfr.involves(by) && !context.directory.is_member(by, SYSADMIN_MAIN) => {
            Err(Refusal::AnotherIsAsked {
                account: asked.account.clone(),
                mark: asked.mark.clone(),
            })
        }
        Some(_) | None => one(RfrEvent::SponsorAsked {
            account: account.clone(),
        }),
    }
}

pub(super) fn accept(rfr: &Rfr, by: &Account, context: &Context<'_>) -> Result<RfrDecision, Refusal> {
    match &rfr.asked_sponsor {
        Some(asked) if asked.account == *by => becomes_sponsor(rfr, by, context),
        Some(asked) => Err(Refusal::NotAsked {
            asked: Some(asked.account.clone()),
        }),
        None => match &rfr.sponsor {
            Some(sponsor) if sponsor.account == *by => Ok(No(Already::Sponsors {
                account: by.clone(),
                since: sponsor.since,
            })),
            Some(_) | None => Err(Refusal::NotAsked { asked: None }),
        },
    }
}

pub(super) fn decline(rfr: &Rfr, reason: &str, by: &Account) -> Result<RfrDecision, Refusal> {
    let Some(asked) = &rfr.asked_sponsor else {
        return Ok(No(Already::NobodyAsked));
    };
    let may = asked.account == *by || asked.mark.by == *by;
    if !may {
        return Err(Refusal::NotAsked {
            asked: Some(asked.account.clone()),
        });
    }
    let noted = (!reason.is_empty()).then(|| RfrEvent::Noted {
        text: reason.to_owned(),
    });
    Ok(Yes(std::iter::once(RfrEvent::SponsorDeclined).chain(noted).collect()))
}
